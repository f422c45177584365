"""Pages that hold sentences without a mark. One that is clean must go from here, and none comes back."""

LEFT = {
    "roles-not-found",
    "role",
    "role-in-the-room",
    "states",
    "state",
    "decoded",
    "start-team",
    "start-team-read",
    "member-add",
    "member-add-read",
}
