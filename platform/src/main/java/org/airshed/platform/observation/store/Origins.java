package org.airshed.platform.observation.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.airshed.platform.observation.Origin;

/** What is said of readings by the network of their stations. */
final class Origins {
    static final Origin CNEMC =
            new Origin(
                    "cnemc",
                    "中国环境监测总站发布的实时数据（暂行值，未经审核）",
                    "as published in real time by CNEMC (provisional, not reviewed)",
                    false,
                    true);

    static final Origin SYNTHETIC =
            new Origin("synthetic", "合成数据（非实测）", "SYNTHETIC data (not measured)", true, false);

    private static final Origin SEVERAL =
            new Origin(
                    "several",
                    "多个监测网的数据（暂行值，未经审核）",
                    "readings of several networks (provisional, not reviewed)",
                    false,
                    true);

    private Origins() {}

    /** One label for readings of these networks: synthetic as soon as one of them is. */
    static Origin of(Collection<String> networks) {
        if (networks.contains(SYNTHETIC.code())) {
            return SYNTHETIC;
        }
        if (networks.size() > 1) {
            return SEVERAL;
        }
        return Stream.of(CNEMC)
                .filter(origin -> List.copyOf(networks).contains(origin.code()))
                .findFirst()
                .orElseGet(() -> networks.stream().map(Origins::unnamed).findFirst().orElse(CNEMC));
    }

    private static Origin unnamed(String network) {
        return new Origin(
                network,
                "导入的数据（" + network + "，未经审核）",
                "imported readings (" + network + ", not reviewed)",
                false,
                true);
    }
}
