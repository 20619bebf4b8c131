package dev.entrepot.wire.http;

/** An answer ready to be sent; {@code Date} and {@code Content-Length} are the listener's. */
public record HttpResponse(int status, Headers headers, byte[] body) {
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
