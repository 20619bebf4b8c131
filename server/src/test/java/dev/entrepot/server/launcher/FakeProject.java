package dev.entrepot.server.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project that consists of the real launcher and of pretended Maven and JDKs, which only tell what they were asked. The
 * system's own JDK places are replaced by ones below the test's directory.
 */
final class FakeProject {
    private static final Path LAUNCHER = Path.of("..", "entrepot");

    final Path root;
    private final Path machine;
    private final Map<String, String> environment = new HashMap<>();

    record Outcome(int exitCode, String out, String err) {}

    FakeProject(Path directory) throws IOException {
        machine = directory.resolve("machine");
        root = Files.createDirectories(directory.resolve("a project"));
        script(
                root.resolve("entrepot"),
                Files.readString(LAUNCHER)
                        .replace("/usr/lib/jvm/", machine + "/jvm/")
                        .replace("/opt/", machine + "/opt/")
                        .replace("/Library/", machine + "/Library/"));
        Files.writeString(root.resolve("pom.xml"), "<project>\n  <version>7.8.9</version>\n</project>\n");
        Files.createDirectories(root.resolve("server/src/main/java"));
        maven("mkdir -p server/target/lib && touch server/target/entrepot.jar");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", machine.resolve("home").toString());
    }

    void maven(String work) throws IOException {
        script(root.resolve("mvnw"), "#!/bin/sh\necho \"maven $*\"\n" + work + "\n");
    }

    /** A JDK whose {@code java} says which it is and what it was told, and makes the class cache it is asked for. */
    Path jdk(String place, String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve(place));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        script(home.resolve("bin/java"), """
                #!/bin/sh
                for argument in "$@"; do
                    case $argument in -XX:AOTCacheOutput=*) touch "${argument#*=}" ;; esac
                done
                echo "java %s"
                for argument in "$@"; do echo "<$argument>"; done
                """.formatted(place));
        return home;
    }

    FakeProject with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("entrepot"), machine.getParent(), arguments);
    }

    Outcome run(Path launcher, Path from, String... arguments) throws IOException, InterruptedException {
        return start(launcher, from, arguments).finish();
    }

    Started start(String... arguments) throws IOException {
        return start(root.resolve("entrepot"), machine.getParent(), arguments);
    }

    private Started start(Path launcher, Path from, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start());
    }

    /** A launcher that runs. */
    record Started(Process process) {
        /** The next line of its error output, as soon as it is there. */
        String says() throws IOException {
            return process.errorReader(UTF_8).readLine();
        }

        Outcome finish() throws IOException, InterruptedException {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The launcher hangs");
            }
            return new Outcome(
                    process.exitValue(),
                    process.inputReader(UTF_8).readAllAsString(),
                    process.errorReader(UTF_8).readAllAsString());
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
