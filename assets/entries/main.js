// Entry of main.js: everything that the first view needs. The build adds the registration of shared modules here.
import "../app/main.js";
