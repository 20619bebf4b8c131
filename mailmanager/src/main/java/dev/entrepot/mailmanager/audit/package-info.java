/**
 * The audit log of archives: who has searched, read, exported, changed or held what, and when. Entries are added and never changed.
 * Nothing here knows what an archive is beside its id.
 */
@NullMarked
package dev.entrepot.mailmanager.audit;

import org.jspecify.annotations.NullMarked;
