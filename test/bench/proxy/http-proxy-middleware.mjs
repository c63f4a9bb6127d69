import {Agent} from 'node:http';
import express from 'express';
import {createProxyMiddleware} from 'http-proxy-middleware';

const headers = {'x-cr-application': 'bench', 'x-cr-version': '1'};
const agent = new Agent({keepAlive: true});
const app = express();
app.use('/api', createProxyMiddleware({target: process.env.UPSTREAM, xfwd: true, headers, agent}));
app.listen({port: Number(process.env.PORT), host: '127.0.0.1', backlog: 8192});
