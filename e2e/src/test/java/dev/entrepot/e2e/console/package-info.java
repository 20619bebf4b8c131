/**
 * The console in a real Chromium, driven by Playwright: every page is opened in light and dark, wide and narrow, its screenshot kept in
 * {@code target/console}. Where no Chromium is and none can be installed, it is skipped, and says so.
 */
@NullMarked
package dev.entrepot.e2e.console;

import org.jspecify.annotations.NullMarked;
