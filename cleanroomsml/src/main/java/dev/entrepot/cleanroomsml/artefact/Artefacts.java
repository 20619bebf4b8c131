package dev.entrepot.cleanroomsml.artefact;

import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.JobCancelled;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One object a model or ranking, named by the ARN of its resource. It is there as a whole or not at all, and is replaced by the same
 * when its job runs again.
 *
 * @param store one of its own, apart from what S3 serves
 */
public record Artefacts(ObjectStore store) {
    private static final int BUFFER = 1 << 20;

    /**
     * Writes what {@code run} made. When its job has been stopped meanwhile it is deleted at once, for nobody else might: the resource
     * may be gone already.
     *
     * @param kmsKeyArn a key of the owner's; empty for the store's own
     */
    public void write(PartRun<?, ?> run, ResourceArn of, Optional<String> kmsKeyArn, Consumer<OutputStream> content) {
        write(of, kmsKeyArn, content);
        try {
            run.commit("written", Counts.NONE, _ -> {});
        } catch (JobCancelled stopped) {
            delete(of);
            throw stopped;
        }
    }

    private void write(ResourceArn of, Optional<String> kmsKeyArn, Consumer<OutputStream> content) {
        ServerSideEncryption encryption =
                kmsKeyArn.isPresent() ? new ServerSideEncryption.Kms(kmsKeyArn) : ServerSideEncryption.AES256;
        orFail(of, () -> {
            ObjectLocation location = location(of);
            store.ensureBucket(requester(of), location.bucket());
            try (InputStream bytes = WrittenStream.of(content)) {
                return store.put(requester(of), location, PutOptions.DEFAULT.encryption(encryption), bytes);
            }
        });
    }

    /** @throws dev.entrepot.jobs.JobFailed when it is not there any more, or its key is not */
    public <T> T read(ResourceArn of, Function<InputStream, T> reading) {
        return orFail(of, () -> {
            ObjectContent content = store.get(requester(of), location(of));
            try (InputStream bytes = new BufferedInputStream(content.bytes(), BUFFER)) {
                return reading.apply(bytes);
            }
        });
    }

    void delete(ResourceArn of) {
        try {
            store.delete(requester(of), location(of));
        } catch (ObjectRequestFailed refused) {
            if (refused.error() != ObjectError.NO_SUCH_BUCKET) { // then nothing was ever written
                throw refused;
            }
        }
    }

    private static Requester requester(ResourceArn of) {
        return Requester.of(of.owner());
    }

    private static ObjectLocation location(ResourceArn of) {
        return new ObjectLocation("audiences-" + of.owner().account(), of.type().inArn() + "/" + of.id());
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T orFail(ResourceArn of, Work<T> work) {
        try {
            return work.run();
        } catch (ObjectRequestFailed refused) {
            if (refused.error().source() == ObjectError.Source.KMS) {
                throw FailureCode.KMS_ACCESS_DENIED.because(String.valueOf(refused.getMessage()));
            }
            if (refused.error() == ObjectError.NO_SUCH_KEY || refused.error() == ObjectError.NO_SUCH_BUCKET) {
                throw FailureCode.RESOURCE_DELETED.because("What " + of + " had is deleted.");
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
