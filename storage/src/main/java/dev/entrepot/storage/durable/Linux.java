package dev.entrepot.storage.durable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** What Java has no method for: a file system is forced by a descriptor of anything in it, and Java shows none. */
final class Linux {
    private static final int READ_ONLY = 0;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN =
            call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle SYNCFS = call("syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Linux() {}

    @SuppressWarnings("restricted") // the shapes are those of the manual's section 2
    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }

    /** @return a descriptor, for reading; to be closed */
    static int open(Path path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            return orFail("open " + path, () -> (int) OPEN.invokeExact(name, READ_ONLY));
        }
    }

    static void syncfs(int descriptor) throws IOException {
        orFail("force the file system to the disk", () -> (int) SYNCFS.invokeExact(descriptor));
    }

    static void close(int descriptor) throws IOException {
        orFail("close a directory", () -> (int) CLOSE.invokeExact(descriptor));
    }

    private interface Call {
        int result() throws Throwable;
    }

    private static int orFail(String what, Call call) throws IOException {
        int result;
        try {
            result = call.result();
        } catch (Throwable e) {
            throw new LinkageError("Could not call the operating system to " + what, e);
        }
        if (result < 0) {
            throw new IOException("Could not " + what);
        }
        return result;
    }
}
