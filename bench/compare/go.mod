module github.com/casement-go/casement/bench/compare

go 1.26.0

require (
	github.com/adhocore/gronx v1.20.4
	github.com/casement-go/casement v0.0.0
	github.com/hashicorp/cronexpr v1.1.3
	github.com/netresearch/go-cron v0.9.1
	github.com/prometheus/alertmanager v0.34.2
	github.com/robfig/cron/v3 v3.0.1
	github.com/teambition/rrule-go v1.8.2
)

require (
	github.com/stretchr/testify v1.12.1 // indirect
	gopkg.in/yaml.v2 v2.4.0 // indirect
)

replace github.com/casement-go/casement => ../..
