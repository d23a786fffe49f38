import { mount } from "svelte";
import "./design/tokens.css";
import "./design/base.css";
import App from "./App.svelte";
import { applyTheme } from "./shell/theme.svelte";

applyTheme();

const target = document.getElementById("desk");
if (target === null) throw new Error("index.html has no #desk");
mount(App, { target });
