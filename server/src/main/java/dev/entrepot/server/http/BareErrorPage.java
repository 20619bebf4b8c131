package dev.entrepot.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered before any protocol is known, such as to broken HTTP: the status in words and an id, nothing of our
 * insides. S3's error form is the one that all clients which get this far with a path can read.
 */
final class BareErrorPage implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException broken) {
            response.setStatus(broken.getCode());
        }
        int status = response.getStatus();
        String id = UUID.randomUUID().toString();
        String words = HttpStatus.getMessage(status);
        byte[] body = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>
                """.formatted(words.replace(" ", ""), words, id).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put("x-amzn-requestid", id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
