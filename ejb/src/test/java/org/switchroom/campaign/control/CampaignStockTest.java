package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.campaign.control.CampaignStock.Reason;
import org.switchroom.lead.control.ListRows.Count;
import org.switchroom.lead.entity.LeadList;

class CampaignStockTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @Test
    void countsWhatCanBeDialledAndWhyTheRestWaits() {
        Map<LeadList, List<Count>> counts = new LinkedHashMap<>();
        counts.put(
                LeadList.named("on").withId(1).withActive(true),
                List.of(new Count("NEW", false, 10), new Count("NEW", true, 5), new Count("SALE", false, 2)));
        counts.put(LeadList.named("off").withId(2), List.of(new Count("NEW", false, 100)));
        counts.put(
                LeadList.named("old").withId(3).withActive(true).withExpiry(TODAY.minusDays(1)),
                List.of(new Count("NEW", false, 1000)));

        CampaignStock stock = CampaignStock.of(counts, Set.of("NEW"), TODAY);

        assertEquals(10, stock.dialable());
        assertEquals(1117, stock.total());
        assertEquals(
                Map.of(Reason.CALLED, 5L, Reason.DISPOSITION, 2L, Reason.INACTIVE, 100L, Reason.EXPIRED, 1000L),
                stock.waiting());
        assertEquals(
                List.of(new CampaignStock.Share("NEW", 1115), new CampaignStock.Share("SALE", 2)),
                stock.dispositions());
    }

    @Test
    void isEmptyWithoutLists() {
        assertEquals(
                new CampaignStock(List.of(), 0, 0, Map.of(), List.of()),
                CampaignStock.of(Map.of(), Set.of("NEW"), TODAY));
    }
}
