package dev.entrepot.demo;

/** What the export left in S3 is not what its manifests say, or not what was loaded. */
final class ExportUntrue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportUntrue(String sentence) {
        super(sentence);
    }
}
