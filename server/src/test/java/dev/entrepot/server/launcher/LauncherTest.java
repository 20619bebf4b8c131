package dev.entrepot.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is the first thing a person meets: on whatever machine, it must find a JDK and build, or say why not. */
class LauncherTest {
    @TempDir
    private Path directory;

    private FakeProject project;

    @BeforeEach
    void project() throws IOException {
        project = new FakeProject(directory);
    }

    @Test
    void anOldJavaOnThePathIsPassedOverForANewOneInTheUsualPlaces() throws Exception {
        Path old = project.jdk("old", "17.0.9");
        project.jdk("jvm/temurin 25", "25");
        project.with("PATH", old + "/bin:/usr/bin:/bin");
        assertThat(project.run("serve").out()).startsWith("java jvm/temurin 25\n");
    }

    @Test
    void javaHomeOutranksThePathAndAnUnfitOneIsPassedOver() throws Exception {
        Path onPath = project.jdk("on-path", "26.0.1");
        project.with("PATH", onPath + "/bin:/usr/bin:/bin");
        project.with("JAVA_HOME", project.jdk("chosen", "25.0.2").toString());
        assertThat(project.run("serve").out()).startsWith("java chosen\n");
        project.with("JAVA_HOME", project.jdk("unfit", "21.0.1").toString());
        assertThat(project.run("serve").out()).startsWith("java on-path\n");
    }

    @Test
    void withoutAFittingJdkOneSentenceSaysWhatIsMissing() throws Exception {
        project.jdk("opt/jdk-24", "24.0.2");
        var outcome = project.run("serve");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("entrepot: needs a JDK 25 or newer and found none: install one or point JAVA_HOME to it\n");
    }

    @Test
    void itBuildsTheFirstTimeAndThenOnlyWhenSourcesAreNewer() throws Exception {
        project.jdk("home/.jdks/jdk-25", "25.0.1");
        assertThat(project.run("serve").err()).isEqualTo("entrepot: building (first time: a few minutes)…\n");
        assertThat(project.run("serve").err()).isEmpty();
        Path source = Files.writeString(project.root.resolve("server/src/main/java/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(project.run("serve").err()).startsWith("entrepot: building");
    }

    @Test
    @Timeout(60)
    void ofTwoStartsAtOnceOneBuildsAndTheOtherWaitsForIt() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        Path gate = directory.resolve("gate");
        new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
        project.maven("cat '" + gate + "' && mkdir -p server/target && touch server/target/entrepot.jar");
        var first = project.start("serve");
        assertThat(first.says()).startsWith("entrepot: building");
        var second = project.start("serve");
        assertThat(second.says())
                .isEqualTo("entrepot: waiting for another build, process "
                        + first.process().pid() + "…");
        Files.writeString(gate, "go on");
        for (var each : List.of(first, second)) {
            var outcome = each.finish();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).startsWith("java ");
        }
        assertThat(Files.isSymbolicLink(project.root.resolve("target/build.lock")))
                .isFalse();
    }

    @Test
    void theLockOfABuilderThatIsGoneHoldsNobodyUp() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path target = Files.createDirectories(project.root.resolve("target"));
        Files.createSymbolicLink(target.resolve("build.lock"), Path.of("" + gone.pid()));
        var outcome = project.run("serve");
        assertThat(outcome.err()).isEqualTo("entrepot: building (first time: a few minutes)…\n");
        assertThat(outcome.out()).startsWith("java ");
    }

    @Test
    void aLockThatCannotBeMadeIsSaid() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        Path target = Files.createDirectories(project.root.resolve("target"));
        Files.writeString(target.resolve("build.lock"), "in the way");
        assertThat(project.run("serve").err()).startsWith("entrepot: cannot make ");
    }

    @Test
    void aFailedBuildShowsMavensOutputAndRunsNothing() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        project.maven("echo 'cannot find symbol'; exit 1");
        var outcome = project.run("serve");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("cannot find symbol").contains("entrepot: the build failed");
        assertThat(Files.isSymbolicLink(project.root.resolve("target/build.lock")))
                .isFalse();
        assertThat(project.run("serve").exitCode()).isEqualTo(1);
    }

    @Test
    void itRunsThroughASymbolicLinkFromAnotherDirectory() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        Path elsewhere = Files.createDirectories(directory.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../a project/entrepot"));
        assertThat(project.run(link, elsewhere, "serve").out())
                .contains("<-Dentrepot.home=" + project.root.toRealPath() + ">\n");
    }

    @Test
    void argumentsStayWholeAndTheUsersJavaOptionsComeAfterOurs() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        project.with("ENTREPOT_JAVA_OPTS", "-Xmx4g -Dstar=*");
        String out = project.run("serve", "--data", "my data").out();
        assertThat(out).endsWith("<serve>\n<--data>\n<my data>\n");
        assertThat(out.indexOf("<-Xmx4g>\n<-Dstar=*>\n")).isGreaterThan(out.indexOf("<-Xmx512m>"));
    }

    @Test
    void theClassCacheIsUsedWhenThereAndMissedWhenNot() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        assertThat(project.run("serve").out()).contains("<-XX:AOTCache=");
        Files.delete(project.root.resolve("server/target/entrepot.aot"));
        assertThat(project.run("serve").out()).startsWith("java ").doesNotContain("AOTCache");
    }

    @Test
    void helpAndVersionNeedNeitherJdkNorBuild() throws Exception {
        assertThat(project.run("help").out()).startsWith("Usage: entrepot").contains("serve", "demo", "credentials");
        assertThat(project.run("--version").out()).isEqualTo("entrepot 7.8.9\n");
    }

    @Test
    void theDemonstrationIsBuiltWithTheServerAndRunsFromItsOwnJar() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        var outcome = project.run("demo", "--items", "my items");
        assertThat(outcome.err()).isEqualTo("entrepot: building (first time: a few minutes)…\n");
        assertThat(project.root.resolve("target/build.log"))
                .content()
                .startsWith("maven -B package -pl server,demo -am ");
        assertThat(outcome.out())
                .contains("<-Dentrepot.home=" + project.root.toRealPath() + ">\n")
                .endsWith("/demo/target/entrepot-demo.jar>\n<--items>\n<my items>\n");
        assertThat(project.run("demo").err()).isEmpty();
    }

    @Test
    void whatSparkNeedsIsBuiltWhenItIsFirstAskedFor() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        project.maven("mkdir -p server/target cleanroomsml-spark/target && touch server/target/entrepot.jar\n"
                + "case $* in *cleanroomsml-spark*) touch cleanroomsml-spark/target/cleanroomsml-spark.jar ;; esac");
        assertThat(project.run("serve", "--engine", "local").out()).doesNotContain("spark.jar");
        assertThat(project.root.resolve("cleanroomsml-spark/target/cleanroomsml-spark.jar"))
                .doesNotExist();

        var first = project.run("serve", "--engine", "spark=local[2]", "--port", "0");
        assertThat(first.err()).startsWith("entrepot: building for Spark ");
        String classPath =
                "<%1$s/server/target/entrepot.jar:%1$s/cleanroomsml-spark/target/cleanroomsml-spark.jar:%1$s/cleanroomsml-spark/target/lib/*>"
                        .formatted(project.root.toRealPath());
        assertThat(first.out())
                .contains(classPath, "/cleanroomsml-spark/src/main/java-options>")
                .endsWith("<serve>\n<--engine>\n<spark=local[2]>\n<--port>\n<0>\n");
        assertThat(project.run("serve", "--engine=spark").err()).isEmpty();
        project.with("ENTREPOT_ENGINE", "spark");
        assertThat(project.run("serve").out()).contains(classPath);
        assertThat(project.run("serve", "--engine", "local").out()).doesNotContain("spark.jar");
        assertThat(project.run("jobs", "list").out()).doesNotContain("spark.jar");
    }

    @Test
    void testLetsMavensOutputThroughAndItsExitCode() throws Exception {
        project.jdk("jvm/jdk-25", "25.0.1");
        var outcome = project.run("test");
        assertThat(outcome.err()).isEqualTo("entrepot: building (first time: a few minutes)…\n");
        assertThat(outcome.out()).isEqualTo("maven -B verify -Dtest.excluded=long\n");
        assertThat(project.run("test", "--long").out()).isEqualTo("maven -B verify -Dtest.excluded=\n");
        project.maven("exit 3");
        assertThat(project.run("test").exitCode()).isEqualTo(3);
    }
}
