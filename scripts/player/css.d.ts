/** Style sheets that the bundler puts beside the player. */
declare module "*.css";
