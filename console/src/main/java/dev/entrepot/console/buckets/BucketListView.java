package dev.entrepot.console.buckets;

import dev.entrepot.storage.objects.Bucket;
import java.util.List;

/** An account's buckets. */
record BucketListView(List<Bucket> buckets) {}
