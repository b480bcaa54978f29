"""The bench itself: that it grows sound handbooks, hands on the same bodies, and sets its tables right. No time is asserted."""
