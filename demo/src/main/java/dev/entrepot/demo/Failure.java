package dev.entrepot.demo;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkClientException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the person watching is told when the demonstration could not go on. */
final class Failure {
    private Failure() {}

    static String sentence(RuntimeException failure) {
        return switch (failure) {
            case DemoFailed e -> e.getMessage();
            case ExportUntrue e -> "The export is not true: " + e.getMessage();
            case AmazonServiceException e -> "%s was refused: %s".formatted(e.getServiceName(), e.getErrorMessage());
            case SdkClientException e -> "SimpleDB could not be reached: " + firstLine(e);
            case SdkException e -> "S3 did not do as asked: " + firstLine(e);
            case UncheckedIOException e -> e.getMessage() + ": " + e.getCause().getMessage();
            default -> "Something unforeseen went wrong: " + failure;
        };
    }

    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason was given");
    }
}
