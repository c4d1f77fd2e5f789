package org.airshed.engine.airquality;

import java.util.Optional;
import org.airshed.engine.averaging.Percentile;
import org.airshed.engine.edition.Provenance;

/**
 * One statistic of an annual assessment (HJ 663).
 *
 * @param item the item of GB 3095 with whose limit it is compared
 * @param percentile which percentile of the daily values; empty for the annual mean
 * @param decimals to how many it is rounded when reported
 * @param provenance where it comes from
 */
public record AnnualItem(
        Item item, Optional<Percentile> percentile, int decimals, Provenance provenance) {

    /** The word for it in files and messages: {@code "pm2_5 annual"}, {@code "pm2_5 24h P95"}. */
    public String code() {
        return item.code() + percentile.map(which -> " P" + which.percent()).orElse("");
    }
}
