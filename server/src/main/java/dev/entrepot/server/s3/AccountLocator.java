package dev.entrepot.server.s3;

import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.awssdk.AccountBlobStore;
import dev.entrepot.wire.auth.Credentials;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.jspecify.annotations.Nullable;

/** Gives S3Proxy a key's secret, and its account's view of the store for the request that this thread is answering. */
final class AccountLocator implements BlobStoreLocator {
    static final ScopedValue<Asked> ASKED = ScopedValue.newInstance();

    private final EmbeddedObjectStore store;
    private final Credentials credentials;

    AccountLocator(EmbeddedObjectStore store, Credentials credentials) {
        this.store = store;
        this.credentials = credentials;
    }

    @Override
    public @Nullable AccessGrant locateBlobStore(
            @Nullable String identity, @Nullable String container, @Nullable String blob) {
        if (identity == null) {
            return null;
        }
        return credentials
                .find(identity)
                .map(credential -> new AccessGrant(
                        credential.secretAccessKey(),
                        new AccountBlobStore(store, ASKED.get().requester(credential.account()))))
                .orElse(null);
    }
}
