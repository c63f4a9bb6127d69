/** Returns locations for nginx that keep what a proxy with `cdn: true` lets it keep, and pass on everything else. */
export function cdnLocations(proxy: string): string {
  return `location /api/ {
    proxy_pass ${proxy};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_cache listings; proxy_cache_lock on; proxy_cache_use_stale updating error timeout;
    proxy_cache_background_update on;
    location ~ /subscribe$ { proxy_pass ${proxy}; proxy_buffering off; proxy_cache off; proxy_read_timeout 1h; }
  }`;
}
