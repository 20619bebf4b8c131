/**
 * The object store in the terms of the AWS SDK's S3 model, which is what S3Proxy serves over HTTP.
 * S3Proxy tells what a store can do from its class name: {@code .awssdk.} in it says that the store judges conditional writes itself.
 */
@NullMarked
package dev.entrepot.storage.objects.awssdk;

import org.jspecify.annotations.NullMarked;
