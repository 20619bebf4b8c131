package dev.entrepot.server.http;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between Jetty's view of an exchange and the protocols'. */
final class Exchange {
    private static final byte[] NO_BODY = {};
    private static final String REQUEST_ID = "x-amzn-RequestId";

    private Exchange() {}

    /** The request without its body. */
    static HttpRequest head(Request request) {
        var headers = Headers.builder();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            headers.add(field.getLowerCaseName(), value == null ? "" : value);
        }
        var uri = request.getHttpURI();
        String path = uri.getPath();
        String query = uri.getQuery();
        return new HttpRequest(
                request.getMethod(), path == null ? "" : path, query == null ? "" : query, headers.build(), NO_BODY);
    }

    static void send(HttpResponse answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        for (Headers.Field field : answer.headers().fields()) {
            fields.add(field.name(), field.value());
        }
        if (!fields.contains(REQUEST_ID)) { // a page of our own, which knows no protocol
            fields.put(REQUEST_ID, UUID.randomUUID().toString());
        }
        if (!HttpStatus.hasNoBody(answer.status())) {
            fields.put(HttpHeader.CONTENT_LENGTH, answer.size());
        }
        if (answer.rest().isEmpty()) {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        } else {
            sendAsRead(answer.body(), answer.rest().get(), response, callback);
        }
    }

    /** Waits for a slow client; what it does not take is not read. */
    private static void sendAsRead(byte[] first, HttpResponse.Rest rest, Response response, Callback callback) {
        try (InputStream bytes = rest.bytes()) {
            OutputStream out = Content.Sink.asOutputStream(response);
            out.write(first);
            bytes.transferTo(out);
            out.close(); // not when reading has failed: it would end an answer that is not whole
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }
}
