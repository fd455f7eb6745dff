package retention

keep[file] {
  input[file].class == "EVIDENCE"
}

delete_now[file] {
  input[file].class == "TRANSIENT"
}

delete_in_days[file] {
  input[file].class == "INTERMEDIATE"
  input[file].days <= 7
}
