/**
 * Pages of Mail Manager: the archives, and single messages as text and as cleaned HTML. What a message's HTML would run, load or send is
 * taken out of it, and the frame it is shown in could do none of that either.
 */
@NullMarked
package dev.entrepot.console.archives;

import org.jspecify.annotations.NullMarked;
