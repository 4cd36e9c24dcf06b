#!/bin/sh
# Uploads a built site to S3: ./upload.sh dist s3://your-bucket DISTRIBUTION_ID
# First what pages load and whose names change with their content, so that no page is there before it; at the end what is gone goes.
set -eu
site=$1
bucket=$2
distribution=$3

keep() {
  if [ -d "$site/$1" ]; then
    aws s3 sync "$site/$1" "$bucket/$1" --cache-control 'public, max-age=31536000, immutable'
  fi
}
keep _astro
for part in pagefind pagefind/1 pagefind/2 pagefind/3 pagefind/4 pagefind/5 pagefind/6 pagefind/7; do
  keep "$part/fragment"
  keep "$part/index"
  keep "$part/filter"
done
aws s3 sync "$site" "$bucket" --cache-control 'public, max-age=0, must-revalidate' \
  --exclude '_astro/*' --exclude 'pagefind/*fragment/*' --exclude 'pagefind/*index/*' --exclude 'pagefind/*filter/*' \
  --exclude _headers --exclude .nojekyll --exclude .detectionary.json
aws s3 sync "$site" "$bucket" --delete --size-only --exclude _headers --exclude .nojekyll --exclude .detectionary.json
aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
