package dev.entrepot.server.http;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.service.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered before any service is known, such as to broken HTTP: the status in words and an id, nothing of our insides.
 * It is in the protocol that the head speaks; of broken HTTP the head is not known, and S3's form is the one most clients read.
 */
final class BareErrorPage implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException broken) {
            response.setStatus(broken.getCode());
        }
        int status = response.getStatus();
        String words = HttpStatus.getMessage(status);
        WireError error = WireError.plain(words.replace(" ", ""), status, words);
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE); // who knows what the next bytes would mean
        Exchange.send(
                Dialect.of(Exchange.head(request))
                        .map(dialect -> dialect.error(error))
                        .orElseGet(() -> xml(error)),
                response,
                callback);
        return true;
    }

    private static HttpResponse xml(WireError error) {
        String id = UUID.randomUUID().toString();
        byte[] body = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>
                """.formatted(error.code(), error.message(), id).getBytes(StandardCharsets.UTF_8);
        return new HttpResponse(
                error.status(), Headers.of("x-amzn-requestid", id, "content-type", "application/xml"), body);
    }
}
