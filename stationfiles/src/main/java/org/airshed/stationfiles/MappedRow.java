package org.airshed.stationfiles;

import org.airshed.engine.airquality.HourlyIndex;

/** One station-hour of a {@link MappedFile}, filled again for every row. */
final class MappedRow implements HourlyRow {
    long line;
    String stationCode = "";
    String stationName = "";
    String area = "";
    double longitude_deg = Double.NaN;
    double latitude_deg = Double.NaN;
    long hourEnd_s;
    final int[] hourly_thousandths = new int[HourlyIndex.WIDTH];

    @Override
    public long line() {
        return line;
    }

    @Override
    public String stationCode() {
        return stationCode;
    }

    @Override
    public String stationName() {
        return stationName;
    }

    @Override
    public String area() {
        return area;
    }

    @Override
    public double longitude_deg() {
        return longitude_deg;
    }

    @Override
    public double latitude_deg() {
        return latitude_deg;
    }

    @Override
    public long hourEnd_s() {
        return hourEnd_s;
    }

    @Override
    public int hourly_thousandths(int column) {
        return hourly_thousandths[column];
    }

    @Override
    public void copyHourly_thousandths(int[] into, int offset) {
        System.arraycopy(hourly_thousandths, 0, into, offset, HourlyIndex.WIDTH);
    }
}
