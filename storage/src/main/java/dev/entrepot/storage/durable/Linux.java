package dev.entrepot.storage.durable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Calls of Linux that Java has no methods for, on descriptors, which Java does not show. */
final class Linux {
    static final int READ_ONLY = 0;

    /** File systems that keep what their calls promise; those of a network or in user space may not. */
    private static final Set<String> KNOWN = Set.of("ext4", "xfs", "btrfs");

    private static final int OWN_DIRECTORY = -100;
    private static final int FOLLOW = 0x400;
    private static final int EXISTS = 17;
    private static final int MISSING = 2;
    private static final int FULL = 28;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERROR = Linker.Option.captureCallState("errno");
    private static final MethodHandle OPEN = call(
            "open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle LINKAT =
            call("linkat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle WRITE =
            call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle SYNCFS = call("syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Linux() {}

    @SuppressWarnings("restricted") // the shapes are those of the manual's section 2
    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        var all = Stream.concat(Stream.of(ERROR), Stream.of(options)).toArray(Linker.Option[]::new);
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, all);
    }

    /** Whether this is Linux, and {@code directory} on a file system that these calls were tried with. */
    static boolean knows(Path directory) throws IOException {
        return System.getProperty("os.name").equals("Linux")
                && KNOWN.contains(Files.getFileStore(directory).type());
    }

    /** @return a descriptor, to be closed */
    static int open(Path path, int flags, int mode) throws IOException {
        return (int) orFail(path, (arena, error) -> (int) OPEN.invokeExact(error, name(arena, path), flags, mode));
    }

    /** @param directory for what is told when it fails */
    static void write(int descriptor, byte[] bytes, Path directory) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocateFrom(JAVA_BYTE, bytes);
            for (long written = 0; written < bytes.length; ) {
                MemorySegment rest = all.asSlice(written);
                written += orFail(
                        directory, (_, error) -> (long) WRITE.invokeExact(error, descriptor, rest, rest.byteSize()));
            }
        }
    }

    /** @throws FileAlreadyExistsException when another file has the name */
    static void link(int descriptor, Path name) throws IOException {
        Path open = Path.of("/proc/self/fd/" + descriptor);
        orFail(name, (arena, error) -> (int)
                LINKAT.invokeExact(error, OWN_DIRECTORY, name(arena, open), OWN_DIRECTORY, name(arena, name), FOLLOW));
    }

    /** @param directory for what is told when it fails */
    static void syncfs(int descriptor, Path directory) throws IOException {
        orFail(directory, (_, error) -> (int) SYNCFS.invokeExact(error, descriptor));
    }

    static void close(int descriptor, Path path) throws IOException {
        orFail(path, (_, error) -> (int) CLOSE.invokeExact(error, descriptor));
    }

    private static MemorySegment name(Arena arena, Path path) {
        return arena.allocateFrom(path.toString());
    }

    private interface Call {
        long result(Arena arena, MemorySegment error) throws Throwable;
    }

    private static long orFail(Path path, Call call) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(Linker.Option.captureStateLayout());
            long result;
            try {
                result = call.result(arena, error);
            } catch (Throwable e) {
                throw new LinkageError("The operating system could not be called", e);
            }
            if (result < 0) {
                throw failure(path, error.get(JAVA_INT, 0));
            }
            return result;
        }
    }

    private static IOException failure(Path path, int error) {
        return switch (error) {
            case EXISTS -> new FileAlreadyExistsException(path.toString());
            case MISSING -> new NoSuchFileException(path.toString());
            case FULL -> new FileSystemException(path.toString(), null, FullDisk.REASON);
            default -> new FileSystemException(path.toString(), null, "error " + error + " of the operating system");
        };
    }
}
