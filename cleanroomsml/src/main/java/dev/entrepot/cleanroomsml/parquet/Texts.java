package dev.entrepot.cleanroomsml.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;

/** Values as they would stand in CSV; moments as seconds since 1970. */
final class Texts {
    private static final long EPOCH_AS_JULIAN_DAY = 2_440_588;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final Set<ConvertedType> OTHERS = EnumSet.of(
            ConvertedType.DECIMAL,
            ConvertedType.DATE,
            ConvertedType.TIME_MILLIS,
            ConvertedType.TIME_MICROS,
            ConvertedType.INTERVAL,
            ConvertedType.BSON);

    private Texts() {}

    static boolean areKnown(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        return logical == null
                ? !OTHERS.contains(column.getConverted_type())
                : logical.isSetSTRING()
                        || logical.isSetENUM()
                        || logical.isSetJSON()
                        || logical.isSetINTEGER()
                        || logical.isSetTIMESTAMP();
    }

    static boolean areMoments(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        return logical != null && logical.isSetTIMESTAMP()
                || column.getConverted_type() == ConvertedType.TIMESTAMP_MILLIS
                || column.getConverted_type() == ConvertedType.TIMESTAMP_MICROS;
    }

    static Function<ColumnReader, String> of(SchemaElement column) {
        long second = ticksASecond(column);
        return switch (column.getType()) {
            case BOOLEAN -> reader -> Boolean.toString(reader.getBoolean());
            case INT32 -> reader -> Integer.toString(reader.getInteger());
            case INT64 -> reader -> Long.toString(Math.floorDiv(reader.getLong(), second));
            case INT96 -> reader -> Long.toString(seconds(reader.getBinary().toByteBuffer()));
            case FLOAT -> reader -> Float.toString(reader.getFloat());
            case DOUBLE -> reader -> Double.toString(reader.getDouble());
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                reader -> reader.getBinary().toStringUsingUTF8();
        };
    }

    /** 1 for numbers that are no moments. */
    private static long ticksASecond(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = logical.getTIMESTAMP().getUnit();
            return unit.isSetMILLIS() ? 1_000 : unit.isSetMICROS() ? 1_000_000 : 1_000_000_000;
        }
        return column.getConverted_type() == ConvertedType.TIMESTAMP_MILLIS
                ? 1_000
                : column.getConverted_type() == ConvertedType.TIMESTAMP_MICROS ? 1_000_000 : 1;
    }

    /** As Hive and older Sparks write moments: nanoseconds of the day, then the day. */
    private static long seconds(ByteBuffer moment) {
        ByteBuffer bytes = moment.slice().order(ByteOrder.LITTLE_ENDIAN);
        long ofDay = bytes.getLong() / 1_000_000_000;
        return (bytes.getInt() - EPOCH_AS_JULIAN_DAY) * SECONDS_A_DAY + ofDay;
    }
}
