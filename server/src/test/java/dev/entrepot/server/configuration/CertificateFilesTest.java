package dev.entrepot.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong files must stop the start by name, not every client's handshake later on. */
class CertificateFilesTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private Path directory;

    private Path certificate;
    private Path key;

    @BeforeEach
    void nameFiles() {
        certificate = directory.resolve("certificate.pem");
        key = directory.resolve("key.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void keysOfTheUsualKindsServe(String algorithm) throws Exception {
        write(algorithm, certificate, key);
        SSLEngine engine = new CertificateFiles(certificate, key).read().createSSLEngine();
        assertThat(engine.getSupportedProtocols()).contains("TLSv1.3");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        write("EC", certificate, directory.resolve("its-own"));
        write("EC", directory.resolve("another"), key);
        assertRefused("%s is not the key of the certificate in %s".formatted(key, certificate));
    }

    @Test
    void filesThatAreNotThereOrHoldSomethingElseAreNamed() throws Exception {
        assertRefused(certificate + " cannot be read");
        Files.writeString(certificate, "nothing");
        assertRefused(certificate + " holds no certificate in PEM");
        write("EC", certificate, key);
        Files.writeString(key, "-----BEGIN EC PRIVATE KEY-----\nMHcCAQ==\n-----END EC PRIVATE KEY-----\n");
        assertRefused(key + " holds no EC key in PKCS#8 without a password; openssl pkcs8 -topk8 -nocrypt makes one "
                + "of others");
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> new CertificateFiles(certificate, key).read())
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(sentence);
    }

    private void write(String algorithm, Path certificate, Path key)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = Files.createTempDirectory(directory, "store").resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
        Files.writeString(
                key, pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, base64);
    }
}
