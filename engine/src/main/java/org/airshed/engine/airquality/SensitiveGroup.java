package org.airshed.engine.airquality;

import org.airshed.engine.edition.Table;

/**
 * People who should take care at a polluted level.
 *
 * @param code the word for them in files and the API: {@code "elderly"}
 * @param nameZh their Chinese name
 * @param nameEn their English name
 */
public record SensitiveGroup(String code, String nameZh, String nameEn) {

    static SensitiveGroup of(Table.Row row) {
        return new SensitiveGroup(row.text("group"), row.text("name_zh"), row.text("name_en"));
    }
}
