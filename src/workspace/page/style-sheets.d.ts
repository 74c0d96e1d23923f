/** esbuild takes style sheets out of the script; to TypeScript they are nothing but a side effect. */
declare module "*.css";
