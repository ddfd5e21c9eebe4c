module github.com/casement-go/casement

go 1.26
