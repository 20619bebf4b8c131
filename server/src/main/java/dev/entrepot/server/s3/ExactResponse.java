package dev.entrepot.server.s3;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Gives an object's content type back letter by letter; a servlet's own answer would rewrite {@code text/plain; charset=utf-8}. */
final class ExactResponse extends HttpServletResponseWrapper {
    private final HttpFields.Mutable fields;

    ExactResponse(HttpServletResponse response) {
        super(response);
        // The servlet response's own fields rewrite a content type that is put into them; those below do not.
        this.fields = ServletContextResponse.getServletContextResponse(response)
                .getWrapped()
                .getHeaders();
    }

    @Override
    public void setContentType(String type) {
        fields.put(HttpHeader.CONTENT_TYPE, type);
    }

    @Override
    public void setHeader(String name, String value) {
        if (HttpHeader.CONTENT_TYPE.is(name)) {
            setContentType(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (HttpHeader.CONTENT_TYPE.is(name)) {
            setContentType(value);
        } else {
            super.addHeader(name, value);
        }
    }
}
