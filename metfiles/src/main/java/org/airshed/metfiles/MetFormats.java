package org.airshed.metfiles;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a file with the reader its first bytes ask for. */
final class MetFormats {
    private static final int HDF5 = 0x89484446;
    private static final int GRIB = 0x47524942;
    private static final int PNG = 0x89504e47;

    private MetFormats() {}

    static OpenedFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new MetFileRefusedException(file, -1, "expected a file, found none");
        }
        FileBytes bytes;
        try {
            bytes = new FileBytes(file);
        } catch (NoSuchFileException | FileNotFoundException absent) {
            throw new MetFileRefusedException(file, -1, "expected a file, found none", absent);
        }
        try {
            return open(file, bytes);
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private static OpenedFile open(Path file, FileBytes bytes) throws IOException {
        ByteBuffer start = bytes.bytes(0, Math.min(bytes.size(), 8), "a file of the weather");
        int magic = start.remaining() >= 4 ? start.getInt() : 0;
        if (magic >>> 8 == 0x434446) {
            return netcdf(new NcClassic(bytes));
        }
        if (magic == HDF5) {
            bytes.close();
            NcHdf hdf = new NcHdf(file);
            try {
                return netcdf(hdf);
            } catch (IOException | RuntimeException failed) {
                hdf.close();
                throw failed;
            }
        }
        if (magic == GRIB) {
            return GribFile.open(bytes);
        }
        if (magic == PNG) {
            return PngWind.open(bytes);
        }
        if (ArlFile.begins(bytes)) {
            return ArlFile.open(bytes);
        }
        if (PointWeather.begins(bytes)) {
            return PointWeather.open(bytes);
        }
        throw bytes.refused(
                0,
                "expected a file of the weather (netCDF, GRIB, ARL packed, wind as PNG, weather of points), got the bytes %08x"
                        .formatted(magic));
    }

    private static OpenedFile netcdf(NcFile file) throws IOException {
        return WrfFile.is(file) ? WrfFile.open(file) : CfFile.open(file);
    }
}
