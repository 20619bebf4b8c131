package dev.entrepot.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the output depends on: the contract's files, the packages asked for, and this generator itself. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Path contract, Map<String, String> packages) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(packages.toString().getBytes(StandardCharsets.UTF_8));
            add(contract, digest);
            add(
                    Path.of(Generate.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256, and class paths are URIs
        }
    }

    private static void add(Path fileOrDirectory, MessageDigest digest) throws IOException {
        for (Path file : files(fileOrDirectory)) {
            digest.update(fileOrDirectory.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
