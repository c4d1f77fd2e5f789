package org.airshed.platform.access.store;

import java.util.List;
import org.airshed.platform.access.Body;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;

/**
 * The cast of the demonstration: the bodies of a compact over Beijing, Tianjin, Hebei, Shanxi,
 * Shandong and Henan, and eight people in them. Invented for the demonstration; nobody is meant.
 */
final class Demonstration {
    static final String SOURCE = "演示协议 / demonstration compact";
    static final List<String> SCOPES =
            List.of("110000", "120000", "130000", "140000", "370000", "410000");
    static final List<Dataset> INTERNAL =
            List.of(Dataset.PUBLISHED_AIR, Dataset.READINGS, Dataset.ACTS, Dataset.PEOPLE);

    private Demonstration() {}

    /** A body with one role, where it belongs, what it may do, and what it may see, there. */
    record Cast(
            String code,
            String zh,
            String en,
            String kind,
            String jurisdiction,
            Body.Role role,
            List<String> scopes,
            List<ActKind> acts,
            List<Dataset> datasets) {}

    /** A person and the body they sit in. */
    record Player(String login, String zh, String en, String jurisdiction, String body) {}

    static final List<Cast> BODIES =
            List.of(
                    compact(
                            "leading-group",
                            "联防联控领导小组",
                            "Leading group",
                            "leader",
                            "组长",
                            "Head",
                            ActKind.ISSUE_BULLETIN),
                    new Cast(
                            "joint-office",
                            "联防联控办公室",
                            "Joint office",
                            "office",
                            "*",
                            new Body.Role("duty-officer", "值班员", "Duty officer"),
                            SCOPES,
                            List.of(
                                    ActKind.MANAGE_MANDATES,
                                    ActKind.ISSUE_API_KEY,
                                    ActKind.IMPORT_OBSERVATIONS,
                                    ActKind.DRAFT_BULLETIN),
                            INTERNAL),
                    compact(
                            "monitoring-group",
                            "监测预警组",
                            "Monitoring and warning group",
                            "forecaster",
                            "预报员",
                            "Forecaster",
                            ActKind.IMPORT_OBSERVATIONS,
                            ActKind.KEEP_STATIONS,
                            ActKind.DECIDE_EVENT,
                            ActKind.DRAFT_BULLETIN),
                    compact(
                            "emergency-group",
                            "应急响应组",
                            "Emergency response group",
                            "officer",
                            "应急值守",
                            "Emergency officer"),
                    compact(
                            "audit-group",
                            "资金审计组",
                            "Finance and audit",
                            "auditor",
                            "审计员",
                            "Auditor"),
                    province("hebei-office", "河北省大气办", "Hebei air office", "130000"),
                    province("shandong-office", "山东省大气办", "Shandong air office", "370000"));

    static final List<Player> PEOPLE =
            List.of(
                    new Player("demo.leader", "周建国", "Zhou Jianguo", "110000", "leading-group"),
                    new Player("demo.duty", "王芳", "Wang Fang", "110000", "joint-office"),
                    new Player("demo.forecaster", "陈静", "Chen Jing", "110000", "monitoring-group"),
                    new Player("demo.emergency", "刘洋", "Liu Yang", "120000", "emergency-group"),
                    new Player("demo.auditor", "赵敏", "Zhao Min", "410000", "audit-group"),
                    new Player("demo.hebei", "李明", "Li Ming", "130000", "hebei-office"),
                    new Player("demo.shandong", "孙磊", "Sun Lei", "370000", "shandong-office"),
                    new Player("demo.admin", "管理员", "Administrator", "*", "platform"));

    private static Cast compact(
            String code,
            String zh,
            String en,
            String role,
            String zhRole,
            String enRole,
            ActKind... acts) {
        return new Cast(
                code,
                zh,
                en,
                "working-group",
                "*",
                new Body.Role(role, zhRole, enRole),
                SCOPES,
                List.of(acts),
                INTERNAL);
    }

    private static Cast province(String code, String zh, String en, String jurisdiction) {
        return new Cast(
                code,
                zh,
                en,
                "office",
                jurisdiction,
                new Body.Role("monitor", "监测员", "Monitoring officer"),
                List.of(jurisdiction),
                List.of(
                        ActKind.IMPORT_OBSERVATIONS,
                        ActKind.KEEP_STATIONS,
                        ActKind.CLAIM_EVENT,
                        ActKind.MANAGE_PEOPLE,
                        ActKind.MANAGE_MANDATES,
                        ActKind.GRANT_DATA,
                        ActKind.ISSUE_API_KEY),
                INTERNAL);
    }
}
