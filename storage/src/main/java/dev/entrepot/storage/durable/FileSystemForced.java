package dev.entrepot.storage.durable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Forces the whole file system: for a thousand small files a third of the processor time of forcing each. It waits for what others have
 * written there, too. The directory is opened before the files are written, for it is told of failures since then only.
 */
final class FileSystemForced implements ForcedTogether {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    /** From then on it tells when something could not be written. */
    private static final int FIRST_MAJOR = 5;

    private static final int FIRST_MINOR = 8;
    /** Fewer are better forced each, whatever else the file system has to write. */
    private static final int MANY = 50;

    private final Path directory;
    private final int descriptor;
    private final EachForced few;

    private FileSystemForced(Path directory, int descriptor, EachForced few) {
        this.directory = directory;
        this.descriptor = descriptor;
        this.few = few;
    }

    static boolean isPossible(Path directory) throws IOException {
        return Linux.knows(directory) && isRecent(System.getProperty("os.version"));
    }

    static boolean isRecent(String linux) {
        var version = VERSION.matcher(linux);
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > FIRST_MAJOR || major == FIRST_MAJOR && Integer.parseInt(version.group(2)) >= FIRST_MINOR;
    }

    /** @param few for how few files are forced */
    static FileSystemForced open(Path directory, EachForced few) throws IOException {
        return new FileSystemForced(directory, Linux.open(directory, Linux.READ_ONLY, 0), few);
    }

    @Override
    public void force(List<Path> files) throws IOException {
        if (files.size() < MANY) {
            few.force(files);
        } else {
            Linux.syncfs(descriptor, directory);
        }
    }

    @Override
    public void close() throws IOException {
        Linux.close(descriptor, directory);
    }
}
