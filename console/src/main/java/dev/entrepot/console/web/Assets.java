package dev.entrepot.console.web;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The style sheet, the script and the icon: from the class path, under addresses that change with their bytes. */
public final class Assets {
    private static final String PATH = Route.ROOT + "assets/";
    private static final Map<String, Asset> ALL = Map.of(
            "console.css",
            Asset.read("text/css; charset=utf-8", "/dev/entrepot/console/web/console.css"),
            "icon.svg",
            Asset.read("image/svg+xml", "/dev/entrepot/console/web/icon.svg"),
            "htmx.js",
            Asset.read("text/javascript", "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js"));

    private Assets() {}

    private record Asset(String type, byte[] bytes, String version) {
        static Asset read(String type, String resource) {
            try (InputStream in = Assets.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing");
                }
                byte[] bytes = in.readAllBytes();
                var checksum = new CRC32C();
                checksum.update(bytes);
                return new Asset(type, bytes, Long.toHexString(checksum.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static String address(String name) {
        return PATH + ALL.get(name).version + "/" + name;
    }

    /** For anyone; nothing in them is secret. */
    public static Optional<HttpResponse> find(String rawPath) {
        return ALL.entrySet().stream()
                .filter(each -> address(each.getKey()).equals(rawPath))
                .map(each -> each.getValue())
                .map(asset -> new HttpResponse(
                        200,
                        Headers.of(
                                "Content-Type",
                                asset.type,
                                "Cache-Control",
                                "public, max-age=31536000, immutable",
                                "X-Content-Type-Options",
                                "nosniff"),
                        asset.bytes))
                .findFirst();
    }
}
