/**
 * What happens to archives when nobody asks: expired messages and deleted archives go, small packs become large ones, and packs
 * that a crash left behind are found. All of it may stop at any moment and go on another time.
 */
@NullMarked
package dev.entrepot.mailmanager.upkeep;

import org.jspecify.annotations.NullMarked;
