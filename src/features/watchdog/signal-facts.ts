/** What the watchdog reads of a signal to work out what should have been said of it. */
export const SIGNAL_FACTS = {
  id: true,
  number: true,
  unitId: true,
  borrowerId: true,
  ownerId: true,
  level: true,
  path: true,
  levelSince: true,
  raisedById: true,
  isVeto: true,
  acknowledgedAt: true,
  verifiedAt: true,
  planApprovedAt: true,
  named: { select: { personId: true } },
  snoozes: { select: { fromAt: true, untilAt: true, endedAt: true } },
  borrower: {
    select: {
      ownerships: { where: { toAt: null }, select: { personId: true } },
      unit: { select: { calendarId: true, timeZone: true } },
    },
  },
} as const;
