package dev.entrepot.console;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.service.LocalCalls;

/**
 * All that the pages show.
 *
 * @param calls to the operations of every service
 */
public record Services(
        LocalCalls calls, Jobs jobs, EmbeddedObjectStore objects, ObjectLinks links, Authorizer authorizer) {}
