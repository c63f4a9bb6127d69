/** Runs nginx in one process, like the other contenders, with a cache on disk as its documentation describes. */
export function nginxConfiguration(port, upstream) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 1;
worker_rlimit_nofile 20000;
pid nginx.pid;
error_log error.log;
events { worker_connections 19000; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  ${temporary.map(name => `${name}_temp_path ${name}_temp;`).join(' ')}
  proxy_cache_path cache keys_zone=answers:10m;
  upstream api { server ${new URL(upstream).host}; keepalive 64; }
  server {
    listen 127.0.0.1:${port} backlog=8192;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header X-Cr-Application bench;
    proxy_set_header X-Cr-Version 1;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_cache_lock on;
    proxy_cache_use_stale updating;
    keepalive_requests 1000000;
    location /api/ { proxy_pass http://api/; }
    location /api/v2/ { proxy_cache answers; proxy_cache_valid 200 5m; proxy_pass http://api/v2/; }
    location /api/v5/orders/ { proxy_cache answers; proxy_cache_valid 200 2s; proxy_pass http://api/v5/orders/; }
    location ~ ^/api(/v5/orders/[^/]+/subscribe)$ { proxy_buffering off; proxy_read_timeout 1h; proxy_pass http://api$1; }
  }
}
`;
}
