import { type RouteConfig, route } from "@remix-run/route-config";

export default [
  route("read/:workspace", "routes/read.tsx"),
  route("save/:workspace", "routes/save.ts"),
] satisfies RouteConfig;
