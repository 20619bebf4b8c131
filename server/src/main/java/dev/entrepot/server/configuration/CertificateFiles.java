package dev.entrepot.server.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What TLS needs, in PEM as certificate authorities hand it out.
 *
 * @param certificate the server's, and after it those that vouch for it
 * @param key in PKCS#8, without a password
 */
public record CertificateFiles(Path certificate, Path key) {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    static Optional<CertificateFiles> of(Settings settings) {
        Optional<Path> certificate = settings.get(Setting.SMTP_CERTIFICATE).map(CertificateFiles::file);
        Optional<Path> key = settings.get(Setting.SMTP_KEY).map(CertificateFiles::file);
        if (certificate.isPresent() != key.isPresent()) {
            throw new InvalidConfiguration(
                    "%s and %s go together".formatted(Setting.SMTP_CERTIFICATE.option(), Setting.SMTP_KEY.option()));
        }
        return certificate.map(path -> new CertificateFiles(path, key.orElseThrow()));
    }

    private static Path file(Settings.Given given) {
        try {
            return Path.of(given.value());
        } catch (InvalidPathException e) {
            throw new InvalidConfiguration("%s takes a file, not '%s'".formatted(given.by(), given.value()));
        }
    }

    /** @throws InvalidConfiguration when a file cannot be read, or the two do not belong together */
    public SSLContext read() {
        Certificate[] chain = chain();
        PrivateKey privateKey = privateKey(chain[0].getPublicKey().getAlgorithm());
        if (!belongTogether(chain[0], privateKey)) {
            throw new InvalidConfiguration("%s is not the key of the certificate in %s".formatted(key, certificate));
        }
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("server", privateKey, new char[0], chain);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The JDK does not do TLS", e);
        }
    }

    private Certificate[] chain() {
        try {
            var chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(certificate)));
            if (!chain.isEmpty()) {
                return chain.toArray(Certificate[]::new);
            }
        } catch (GeneralSecurityException e) {
            // answered below
        }
        throw new InvalidConfiguration("%s holds no certificate in PEM".formatted(certificate));
    }

    private PrivateKey privateKey(String algorithm) {
        Matcher pem = PRIVATE_KEY.matcher(new String(bytes(key), StandardCharsets.ISO_8859_1));
        if (pem.find()) {
            try {
                var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // answered below
            }
        }
        throw new InvalidConfiguration(
                "%s holds no %s key in PKCS#8 without a password; openssl pkcs8 -topk8 -nocrypt makes one of others"
                        .formatted(key, algorithm));
    }

    private static boolean belongTogether(Certificate certificate, PrivateKey key) {
        try {
            var signature = Signature.getInstance(SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidConfiguration("%s cannot be read".formatted(file));
        }
    }
}
