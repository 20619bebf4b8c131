package dev.entrepot.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds repeat; so the generator must say the same thing twice, touch nothing needlessly, and fail where the fault is. */
class GenerateTest {
    @TempDir
    Path work;

    private Path contract;
    private Path output;

    @BeforeEach
    void contract() throws Exception {
        contract = Files.createDirectory(work.resolve("contract"));
        output = work.resolve("generated");
        write("""
                structure Book { @required title: String, tags: Tags }
                list Tags { member: String }
                """);
    }

    private void write(String shapes) throws Exception {
        Files.writeString(contract.resolve("example.smithy"), "$version: \"2.0\"\nnamespace example\n" + shapes);
    }

    private void generate(Path into) {
        Generate.main(contract.toString(), into.toString(), "example=some.place");
    }

    @Test
    void theSameContractGivesTheSameBytes() throws Exception {
        Path other = work.resolve("other");
        generate(output);
        generate(other);
        Map<String, String> files = GeneratedCode.files(output);
        assertThat(files)
                .containsKeys("some/place/Book.java", "some/place/Schemas.java", "some/place/package-info.java");
        assertThat(GeneratedCode.files(other)).isEqualTo(files);
    }

    @Test
    void anUnchangedContractIsNotGeneratedAgain() throws Exception {
        generate(output);
        Path book = output.resolve("some/place/Book.java");
        Files.writeString(book, "left alone");
        generate(output);
        assertThat(book).hasContent("left alone");
    }

    @Test
    void aMissingFileIsWrittenAgain() throws Exception {
        generate(output);
        Path book = output.resolve("some/place/Book.java");
        Files.delete(book);
        generate(output);
        assertThat(book).exists();
    }

    @Test
    void aChangeLeavesOtherFilesUntouchedAndStaleOnesGo() throws Exception {
        generate(output);
        Path book = output.resolve("some/place/Book.java");
        Files.setLastModifiedTime(book, FileTime.fromMillis(0));
        write(
                "structure Book { @required title: String, tags: Tags }\nlist Tags { member: String }\nenum Genre { POETRY }");
        generate(output);
        assertThat(output.resolve("some/place/Genre.java")).exists();
        write("structure Book { @required title: String, tags: Tags }\nlist Tags { member: String }");
        generate(output);
        assertThat(output.resolve("some/place/Genre.java")).doesNotExist();
        assertThat(Files.getLastModifiedTime(book)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void aBrokenContractFailsWithFileAndLine() throws Exception {
        write("structure Book { title: Strnig }");
        assertThatThrownBy(() -> generate(output))
                .isInstanceOf(ContractInvalid.class)
                .hasMessageContaining("example.smithy:3:")
                .hasMessageContaining("Strnig");
        assertThat(output).doesNotExist();
    }

    @Test
    void aPatternThatJavaCannotReadFailsWithFileAndLine() throws Exception {
        write("@pattern(\"^[^]+$\")\nstring Anything\nstructure Book { title: Anything }");
        assertThatThrownBy(() -> generate(output))
                .isInstanceOf(ContractInvalid.class)
                .hasMessageContaining("example.smithy");
    }

    @Test
    void aNamespaceWithoutPackageIsNamed() throws Exception {
        Files.writeString(
                contract.resolve("elsewhere.smithy"), "$version: \"2.0\"\nnamespace elsewhere\nstructure Far {}");
        write("structure Book { far: elsewhere#Far }");
        assertThatThrownBy(() -> generate(output))
                .isInstanceOf(ContractInvalid.class)
                .hasMessageContaining("elsewhere=<package>");
    }
}
