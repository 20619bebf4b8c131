package dev.entrepot.console;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that has a console of its own, and a browser that is logged in there. */
abstract class StagedTest {
    @TempDir
    Path directory;

    Stage stage;
    Browser browser;

    @BeforeEach
    void start() {
        stage = new Stage(directory);
        browser = stage.browser();
    }

    @AfterEach
    void stop() {
        stage.close();
    }
}
